/** What the documents claim, held against the program and the tree. */
@NullMarked
package dev.parley.docs;

import org.jspecify.annotations.NullMarked;
