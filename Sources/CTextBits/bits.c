// There must be something to compile; all of it stands in the header, to be inlined.
#include "CTextBits.h"
