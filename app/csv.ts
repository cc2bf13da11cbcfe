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

export interface CsvRecord {
  /** On which line of the text it begins, counted from 1. */
  line: number;
  cells: string[];
}

/**
 * Reads a table that somebody else's program wrote: with commas, semicolons or tabs, any ends of lines, and cells in
 * quotes where they need them. Empty lines are no records. A quote that nobody closes runs to the end of the text.
 */
export function readCsv(text: string): CsvRecord[] {
  const separator = separatorOf(text);
  const records: CsvRecord[] = [];
  let line = 1;
  let record: CsvRecord = { line, cells: [] };
  for (const [part, quoted, plain = "", end = ""] of cellsOf(text, separator)) {
    record.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += part.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (end === separator) continue;
    records.push(record);
    record = { line, cells: [] };
  }
  return records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** Each cell with what ends it: the separator, the end of its line, or the end of the text. */
function* cellsOf(text: string, separator: string): Generator<RegExpExecArray> {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const cell = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)(?:"[^${separator}\\r\\n]*|$)|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`,
    "y",
  );
  for (let isOpen = true; isOpen && cell.lastIndex <= body.length; ) {
    const found = cell.exec(body);
    if (!found) return;
    yield found;
    isOpen = found[3] !== "";
  }
}

/** What separates cells in the first line, where the names of the columns are: a comma unless another is more frequent. */
function separatorOf(text: string): string {
  const [first = ""] = text.split(/[\r\n]/, 1);
  const count = (separator: string) => first.split(separator).length;
  return [",", ";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best));
}
