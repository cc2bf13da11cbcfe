import { RECORD_NUMBERS, type RecordType } from "../../app/dns/answer";

export interface DnsRecord {
  name: string;
  type: RecordType;
  value: string;
}

export const RECORD_TYPES = Object.keys(RECORD_NUMBERS) as RecordType[];

const isRecordType = (type: unknown): type is RecordType => RECORD_TYPES.includes(type as RecordType);

export const spelled = (name: string): string => name.trim().toLowerCase().replace(/\.$/, "");

/** Null when it is no record. */
export function readRecord(body: unknown): DnsRecord | null {
  if (typeof body !== "object" || body === null) return null;
  const { name, type, value } = body as Record<string, unknown>;
  if (typeof name !== "string" || typeof value !== "string" || !isRecordType(type)) return null;
  if (!spelled(name) || !value.trim()) return null;
  return { name: spelled(name), type, value: value.trim() };
}

/** As zone files write it: texts in quoted pieces of 255, hosts with a dot at their end. */
export function zoneData({ type, value }: DnsRecord): string {
  if (type === "TXT") {
    const pieces = value.match(/.{1,255}/gs) ?? [""];
    return pieces.map((piece) => `"${piece.replace(/[\\"]/g, "\\$&")}"`).join(" ");
  }
  return type === "A" || type === "AAAA" ? value : `${spelled(value)}.`;
}
