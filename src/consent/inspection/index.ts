/** A consent screen laid open: its rows, where each comes from, what would stand if some were ticked, and what would come again. */
export { type Again, againOf, rowsNext } from './again.ts';
export { foretold, isSame, type QuestionRow, type RowName, rowsOf, tickedRows, type ToCome } from './foretold.ts';
