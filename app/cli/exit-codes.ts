export const BAD_INPUT = 2;
/** The input is sound, and yet no model can be fitted. */
export const TOO_LITTLE_DATA = 3;
