import { BYTE_ORDER_MARK, csvLine } from "../csv";

interface Page<Position> {
  lines: readonly (readonly string[])[];
  /** Where the following page begins, or null after the last. */
  next: Position | null;
}

/**
 * A file of any length, of which only one page is in memory. The first page is read before the answer begins, so
 * that a wallet that is away is a page which says so. What fails later ends the connection, and no browser takes
 * what it has by then for the whole file.
 */
export async function csvDownload<Position>(
  fileName: string,
  headers: readonly string[],
  read: (before: Position | null) => Promise<Page<Position>>,
): Promise<Response> {
  let page: Page<Position> | null = await read(null);
  let start = BYTE_ORDER_MARK + csvLine(headers);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!page) return controller.close();
      controller.enqueue(encoder.encode(start + page.lines.map(csvLine).join("")));
      start = "";
      page = page.next === null ? null : await read(page.next);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachment(fileName),
      "cache-control": "no-store",
    },
  });
}

/** A name in any script, and beside it one for programs that know only ASCII. */
function attachment(fileName: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a header must not have any
  const clean = fileName.replace(/[\x00-\x1f\x7f/\\:*?"<>|]+/g, " ").trim();
  const ascii = clean.replace(/[^\x20-\x7e]+/g, "_");
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
