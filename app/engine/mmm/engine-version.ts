/** Changes when the same series and seed may give another answer. */
export const MIX_ENGINE_VERSION = 'mmm-1';
