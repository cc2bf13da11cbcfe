/** The records that we ask for, by the numbers that DNS knows them by. */
export const RECORD_NUMBERS = { A: 1, CNAME: 5, MX: 15, TXT: 16, AAAA: 28 } as const;

export type RecordType = keyof typeof RECORD_NUMBERS;

/** A record as a resolver's JSON tells it. */
export interface AnsweredRecord {
  type: number;
  data: string;
}

/**
 * What the records of one type say: texts in one piece, hosts in lower case and without the dot at their end. An
 * answer also holds the CNAMEs that led to it; those are of another type and left out.
 */
export const valuesOf = (type: RecordType, answer: readonly AnsweredRecord[]): string[] =>
  answer
    .filter((record) => record.type === RECORD_NUMBERS[type])
    .map(({ data }) => (type === "TXT" ? textOf(data) : plainHost(data)));

/** Hosts are the same whichever way they are spelled. */
export const plainHost = (host: string): string => host.trim().toLowerCase().replace(/\.$/, "");

const QUOTED = /"((?:[^"\\]|\\.)*)"/g;

/** A long text comes in pieces of 255 bytes, each in quotes. Some resolvers leave the quotes off. */
function textOf(data: string): string {
  if (!data.startsWith('"')) return data;
  return [...data.matchAll(QUOTED)].map(([, piece = ""]) => withoutEscapes(piece)).join("");
}

const withoutEscapes = (piece: string): string =>
  piece.replace(/\\(\d{3}|.)/g, (_, escaped: string) =>
    escaped.length === 3 ? String.fromCharCode(Number(escaped)) : escaped,
  );
