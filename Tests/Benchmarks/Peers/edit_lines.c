// The least that a dialogue does with libedit: reads a line and says it back.
#include <histedit.h>
#include <stdio.h>
#include <string.h>

static char *prompt(EditLine *editor) {
  (void)editor;
  return "question> ";
}

int main(int count, char **words) {
  (void)count;
  EditLine *editor = el_init(words[0], stdin, stdout, stderr);
  if (!editor) return 1;
  el_set(editor, EL_PROMPT, prompt);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_SIGNAL, 1);
  int length = 0;
  const char *line;
  while ((line = el_gets(editor, &length)) && length > 0 && strcmp(line, "quit\n") != 0) {
    printf("you said: %s", line);
    fflush(stdout);
  }
  el_end(editor);
  return 0;
}
