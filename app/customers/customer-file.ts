import { csvLine, readCsv } from "../csv";
import { type CustomerDetails, type DetailDraft, readCustomerDetails } from "./customer-details";

export const MAX_FILE_ROWS = 2_000;

/** A row of a file that can become a customer. */
export interface FileRow {
  line: number;
  draft: DetailDraft;
}

export interface FileProblem {
  line: number;
  reason: string;
}

export interface CustomerFile {
  good: FileRow[];
  problems: FileProblem[];
  /** Columns that the file has and a customer has not. */
  unused: string[];
}

type Column = keyof CustomerDetails;

// As people and other programs name them; signs and capitals do not count.
const COLUMN_NAMES = new Map<string, Column>([
  ["name", "name"],
  ["fullname", "name"],
  ["customer", "name"],
  ["email", "email"],
  ["mail", "email"],
  ["emailaddress", "email"],
  ["company", "company"],
  ["companyname", "company"],
  ["organization", "company"],
  ["externalid", "externalId"],
  ["customerid", "externalId"],
  ["id", "externalId"],
]);

const columnOf = (header: string): Column | undefined =>
  COLUMN_NAMES.get(header.toLowerCase().replace(/[^a-z]/g, ""));

export const SAMPLE_FILE = [
  ["name", "email", "company", "external id"],
  ["Ana Silva", "ana@example.com", "Silva & Sons", "C-1001"],
  ["Bo Beck", "bo@example.com", "", ""],
]
  .map(csvLine)
  .join("");

/** Reads a whole file: every row that is good, and every one that is not with its line and the reason. */
export function readCustomerFile(text: string): CustomerFile {
  const [head, ...records] = readCsv(text);
  if (!head) return wrong(1, "There is nothing in it");
  const columns = head.cells.map(columnOf);
  if (!columns.includes("email"))
    return wrong(head.line, "The first line must name the columns, and one of them must be “email”");
  const twice = columns.find((column, at) => column && columns.indexOf(column) !== at);
  if (twice) return wrong(head.line, `Two columns are for the same: ${namesOf(head.cells, columns, twice)}`);
  if (records.length === 0) return wrong(head.line, "There is no customer below the names of the columns");
  if (records.length > MAX_FILE_ROWS)
    return wrong(
      head.line,
      `A file can have at most ${MAX_FILE_ROWS} customers; this one has ${records.length}`,
    );

  const file: CustomerFile = { good: [], problems: [], unused: [] };
  file.unused = head.cells.map((cell) => cell.trim()).filter((cell, at) => cell && !columns[at]);
  for (const { line, cells } of records) {
    const read = readRow(columns, cells);
    if ("draft" in read) file.good.push({ line, draft: read.draft });
    else file.problems.push({ line, reason: read.reason });
  }
  return withoutRepeats(file);
}

const wrong = (line: number, reason: string): CustomerFile => ({
  good: [],
  problems: [{ line, reason }],
  unused: [],
});

const namesOf = (cells: string[], columns: (Column | undefined)[], column: Column): string =>
  cells.filter((_, at) => columns[at] === column).join(" and ");

function readRow(
  columns: (Column | undefined)[],
  cells: string[],
): { draft: DetailDraft } | { reason: string } {
  if (cells.length > columns.length)
    return { reason: `${cells.length} cells, but the first line names ${columns.length}` };
  const details: CustomerDetails = { name: "", email: "", company: "", externalId: "" };
  for (const [at, column] of columns.entries()) if (column) details[column] = cells[at] ?? "";
  if (details.email.trim() === "") return { reason: "E-mail address is missing" };

  const read = readCustomerDetails(details);
  if ("draft" in read) return read;
  const { email, ...others } = read.errors;
  const reasons = [email && `“${details.email.trim()}” is not an e-mail address`, ...Object.values(others)];
  return { reason: reasons.filter(Boolean).join("; ") };
}

/** Of two rows with the same address or external id the first is good. */
function withoutRepeats({ good, problems, unused }: CustomerFile): CustomerFile {
  const lines = new Map<string, number>();
  const kept: FileRow[] = [];
  const repeats: FileProblem[] = [];
  for (const row of good) {
    const { email, externalId } = row.draft;
    const keys = [`e-mail address ${email}`, ...(externalId ? [`external id ${externalId}`] : [])];
    const same = keys.find((key) => lines.has(key));
    if (same) repeats.push({ line: row.line, reason: `The ${same} is on line ${lines.get(same)} already` });
    else {
      kept.push(row);
      for (const key of keys) lines.set(key, row.line);
    }
  }
  return { good: kept, problems: inOrder([...problems, ...repeats]), unused };
}

/** What other customers of the partner have already. */
export interface Taken {
  emails: ReadonlySet<string>;
  externalIds: ReadonlySet<string>;
}

/** The same file, with the rows that other customers stand in the way of among the problems. */
export function withoutTaken({ good, problems, unused }: CustomerFile, taken: Taken): CustomerFile {
  const reasonOf = ({ draft: { email, externalId } }: FileRow): string | null => {
    if (taken.emails.has(email)) return `${email} is a customer already`;
    if (externalId && taken.externalIds.has(externalId))
      return `Another customer has the external id ${externalId}`;
    return null;
  };
  const found = good.map((row) => ({ row, reason: reasonOf(row) }));
  return {
    good: found.flatMap(({ row, reason }) => (reason ? [] : row)),
    problems: inOrder([
      ...problems,
      ...found.flatMap(({ row: { line }, reason }) => (reason ? { line, reason } : [])),
    ]),
    unused,
  };
}

const inOrder = (problems: FileProblem[]) => problems.sort((one, other) => one.line - other.line);
