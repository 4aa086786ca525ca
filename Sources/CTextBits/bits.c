#include "CTextBits.h"
