package dev.parley.harness;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the messages that were sent arrived, by their numbers from 0.
 *
 * @param sent how many were sent
 * @param numbers those that arrived, in the order of arrival
 */
public record Arrivals(int sent, List<Integer> numbers) {

  public Arrivals {
    numbers = List.copyOf(numbers);
  }

  /** How many did not arrive. */
  public int missing() {
    return sent - distinct().size();
  }

  /** How many arrived that had arrived before, or had never been sent. */
  public int surplus() {
    return numbers.size() - distinct().size();
  }

  /** Whether none arrived after one that was sent later. */
  public boolean isInOrder() {
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) < numbers.get(i - 1)) {
        return false;
      }
    }
    return true;
  }

  private Set<Integer> distinct() {
    Set<Integer> distinct = new HashSet<>(numbers);
    distinct.removeIf(number -> number < 0 || number >= sent);
    return distinct;
  }
}
