// What 64 bytes of a text are, a bit for each. Swift's own vectors have no way to gather bits: they
// took ten times as long as numbers of eight bytes, which take three times the instructions of this.
#ifndef ASKFIRST_CTEXTBITS_H
#define ASKFIRST_CTEXTBITS_H

#include <stdint.h>
#include <string.h>

typedef struct {
  uint64_t letters;  // of ASCII, and digits
  uint64_t apostrophes;
  uint64_t line_feeds;
  uint64_t beyond_ascii;
} askfirst_text_bits;

typedef uint8_t askfirst_bytes __attribute__((ext_vector_type(64)));
typedef _Bool askfirst_truths __attribute__((ext_vector_type(64)));

static inline uint64_t askfirst_gathered(askfirst_truths truths) {
  uint64_t bits;
  memcpy(&bits, &truths, sizeof bits);
  return bits;
}

// The bytes are those of eight numbers, the first of each its lowest.
static inline askfirst_text_bits askfirst_look_at(uint64_t first, uint64_t second, uint64_t third,
                                                  uint64_t fourth, uint64_t fifth, uint64_t sixth,
                                                  uint64_t seventh, uint64_t eighth) {
  uint64_t numbers[] = {first, second, third, fourth, fifth, sixth, seventh, eighth};
  askfirst_bytes bytes;
  memcpy(&bytes, numbers, sizeof bytes);
  askfirst_bytes letter = (bytes | 0x20) - 'a', digit = bytes - '0';
#define ASKFIRST_GATHERED(truths) askfirst_gathered(__builtin_convertvector(truths, askfirst_truths))
  return (askfirst_text_bits){
      .letters = ASKFIRST_GATHERED((letter < 26) | (digit < 10)),
      .apostrophes = ASKFIRST_GATHERED(bytes == '\''),
      .line_feeds = ASKFIRST_GATHERED(bytes == '\n'),
      .beyond_ascii = ASKFIRST_GATHERED(bytes > 0x7F),
  };
#undef ASKFIRST_GATHERED
}

#endif
