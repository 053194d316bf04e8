#!/bin/sh
# Becomes Maven, in the repository's folder and on a given JDK: maven.sh JAVA_HOME ARGUMENT...
set -eu
cd -- "$(dirname -- "$0")/../.."
JAVA_HOME=$1
export JAVA_HOME
shift
exec sh ./mvnw -B -ntp "$@"
