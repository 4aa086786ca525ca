// libedit's own header, found through pkg-config; el_wgets and its family are in it.
#include <histedit.h>
