#!/bin/bash
# The topics of Wherefore, where they are missing. What they are set to is told in libs/stream/src/topic-spec.ts.
set -euo pipefail

create() {
  local topic=$1 partitions=$2
  shift 2
  local settings=()
  for setting in "$@"; do settings+=(--config "$setting"); done
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$KAFKA_BROKERS" --create --if-not-exists \
    --topic "$topic" --partitions "$partitions" "${settings[@]}"
}

create "$SOURCE_TOPICS" 4 message.timestamp.type=LogAppendTime
create "$VERDICT_TOPIC" 3 cleanup.policy=compact min.compaction.lag.ms=3600000 delete.retention.ms=604800000
create "$VERDICT_CHANGE_TOPIC" 3 cleanup.policy=delete retention.ms=2592000000
