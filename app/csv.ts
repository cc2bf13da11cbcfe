/** Tables as text, for spreadsheets: RFC 4180, and nothing in a cell that a spreadsheet would calculate. */

/** Without it Excel reads UTF-8 as whatever the machine once spoke. */
export const BYTE_ORDER_MARK = "\uFEFF";

const NUMBER = /^-?\d+(\.\d+)?$/;

// At the start of a cell, and behind whatever begins another one where the separator is not the comma.
// Source: owasp.org/www-community/attacks/CSV_Injection, also for the full-width signs.
const FORMULA = /(?<=^|[;\t\r\n])(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])/g;

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** A formula becomes the text that it is; a plain number stays one. */
function csvCell(text: string): string {
  const harmless = NUMBER.test(text) ? text : text.replace(FORMULA, "'");
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
