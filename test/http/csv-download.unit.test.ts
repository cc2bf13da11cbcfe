import { expect, test } from "vitest";
import { csvDownload } from "../../app/http/csv-download.server";

/** Three pages of one line each; counts how often it was asked. */
function threePages() {
  const asked: (number | null)[] = [];
  return {
    asked,
    read: async (before: number | null) => {
      asked.push(before);
      const page = before ?? 1;
      return { lines: [[`line ${page}`]], next: page < 3 ? page + 1 : null };
    },
  };
}

test("a file is UTF-8 and says so to Excel", async () => {
  const response = await csvDownload("x.csv", ["Größe"], threePages().read);
  const bytes = new Uint8Array(await response.arrayBuffer());

  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe("Größe\r\nline 1\r\nline 2\r\nline 3\r\n");
});

test("a page is read when the one before was taken, and not earlier than the next one is due", async () => {
  const { asked, read } = threePages();
  const { body } = await csvDownload("x.csv", ["Line"], read);
  const reader = body?.getReader();

  expect(asked).toEqual([null, 2]);
  await reader?.read();
  await reader?.read();
  expect(asked).toEqual([null, 2, 3]);
  await reader?.cancel();
});

test("a first page that cannot be read is no file at all", async () => {
  await expect(csvDownload("x.csv", ["Line"], () => Promise.reject(new Error("away")))).rejects.toThrow(
    "away",
  );
});

test("a file that breaks off is not taken for a whole one", async () => {
  const response = await csvDownload("x.csv", ["Line"], async (before: number | null) => {
    if (before) throw new Error("away");
    return { lines: [["line 1"]], next: 2 };
  });
  await expect(response.text()).rejects.toThrow("away");
});

test.each([
  ["Acme AI history.csv", `filename="Acme AI history.csv"; filename*=UTF-8''Acme%20AI%20history.csv`],
  ["Müller’s (1).csv", `filename="M_ller_s (1).csv"; filename*=UTF-8''M%C3%BCller%E2%80%99s%20%281%29.csv`],
  ['a"b\r\nX: y/../c.csv', `filename="a b X  y .. c.csv"; filename*=UTF-8''a%20b%20X%20%20y%20..%20c.csv`],
])("the name %j is fit for a header", async (name, expected) => {
  const { headers } = await csvDownload(name, ["Line"], threePages().read);
  expect(headers.get("content-disposition")).toBe(`attachment; ${expected}`);
});
