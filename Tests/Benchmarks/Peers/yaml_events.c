// The least that a program does which reads YAML files: every event of each, by libyaml.
//
// yaml_events FILE…: prints how many events there were.
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static long events_of(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return -1;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  unsigned char *text = malloc(size > 0 ? size : 1);
  if (!text || fread(text, 1, size, file) != (size_t)size) return -1;
  fclose(file);

  yaml_parser_t parser;
  yaml_event_t event;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, text, size);
  long count = 0;
  for (int is_over = 0; !is_over; count++) {
    if (!yaml_parser_parse(&parser, &event)) return -1;
    is_over = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  free(text);
  return count;
}

int main(int count, char **words) {
  long events = 0;
  for (int index = 1; index < count; index++) {
    long found = events_of(words[index]);
    if (found < 0) {
      fprintf(stderr, "%s cannot be read\n", words[index]);
      return 1;
    }
    events += found;
  }
  printf("%ld\n", events);
  return 0;
}
