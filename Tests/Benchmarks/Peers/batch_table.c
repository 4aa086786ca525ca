// The least that answering lines of JSON takes: batch_table TABLE CASES.
//
// TABLE has the number of facts, a line for each with its id and options, and the answer to every
// case, the options of the last fact changing first. Only such lines are understood as the
// measuring program writes them: {"id":1,…,"facts":{"fact":"option",…}}.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most_facts = 16, most_options = 64, most_cases = 5000 };

struct name {
  const char *text;
  size_t length;
};

static struct {
  struct name id, options[most_options];
  int count;
} facts[most_facts];
static struct name answers[most_cases];
static int fact_count, answer_count;

static char *contents(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(1);
  fseek(file, 0, SEEK_END);
  *size = ftell(file);
  rewind(file);
  char *text = malloc(*size + 1);
  if (!text || fread(text, 1, *size, file) != *size) exit(1);
  text[*size] = 0;
  fclose(file);
  return text;
}

static int is_same(struct name name, const char *text, size_t length) {
  return name.length == length && memcmp(name.text, text, length) == 0;
}

static struct name next(char **place, const char *ends) {
  struct name found = {*place, strcspn(*place, ends)};
  *place += found.length;
  return found;
}

static void read_table(char *text) {
  fact_count = (int)strtol(text, &text, 10);
  for (int fact = 0; fact < fact_count; fact++) {
    text++;
    facts[fact].id = next(&text, " \n");
    while (*text == ' ') {
      text++;
      facts[fact].options[facts[fact].count++] = next(&text, " \n");
    }
  }
  while (*text && *++text) answers[answer_count++] = next(&text, "\n");
}

int main(int count, char **words) {
  if (count < 3) return 2;
  size_t size;
  read_table(contents(words[1], &size));
  char *text = contents(words[2], &size);
  setvbuf(stdout, NULL, _IOFBF, 1 << 16);
  for (int line = 1; *text; line++) {
    char *id = strstr(text, "\"id\":") + 5;
    size_t id_length = strcspn(id, ",");
    char *place = strstr(id, "\"facts\":{") + 9;
    int chosen[most_facts] = {0};
    while (*place == '"') {
      place++;
      struct name fact = next(&place, "\"");
      place += 3;
      struct name option = next(&place, "\"");
      place += place[1] == ',' ? 2 : 1;
      for (int index = 0; index < fact_count; index++) {
        if (!is_same(facts[index].id, fact.text, fact.length)) continue;
        for (int one = 0; one < facts[index].count; one++)
          if (is_same(facts[index].options[one], option.text, option.length)) chosen[index] = one;
      }
    }
    int row = 0;
    for (int index = 0; index < fact_count; index++) row = row * facts[index].count + chosen[index];
    if (row >= answer_count) return 1;
    printf("{\"line\":%d,\"id\":%.*s,", line, (int)id_length, id);
    fwrite(answers[row].text, 1, answers[row].length, stdout);
    putchar('\n');
    text = strchr(place, '\n') + 1;
  }
  return 0;
}
