/** 문의 내용: what the desk was asked for. */

/** Characters. */
export const MOST_NOTE = 400;
