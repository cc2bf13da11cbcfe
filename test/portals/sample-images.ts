/** Pictures small enough to be written here, whole in structure. */

const bytesOf = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...part].map((sign) => sign.charCodeAt(0)) : part)),
  );

const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const little = (value: number) => big(value).reverse();
const zeros = (count: number) => new Array<number>(count).fill(0);

export const png = (width: number, height: number, padding = 0): Uint8Array =>
  bytesOf(
    [0x89],
    "PNG\r\n\u001a\n",
    [...big(13)],
    "IHDR",
    [...big(width), ...big(height), 8, 6, 0, 0, 0, ...zeros(4)],
    [...big(padding)],
    "IDAT",
    zeros(padding + 4),
    big(0),
    "IEND",
    [0xae, 0x42, 0x60, 0x82],
  );

export const jpeg = (width: number, height: number): Uint8Array =>
  bytesOf(
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    "JFIF\0",
    zeros(9),
    [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3],
    zeros(9),
    [0xff, 0xd9],
  );

export const webp = (width: number, height: number): Uint8Array =>
  bytesOf("RIFF", little(22), "WEBPVP8X", little(10), [
    0,
    0,
    0,
    0,
    ...little(width - 1).slice(0, 3),
    ...little(height - 1).slice(0, 3),
  ]);

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);

export const joined = (...parts: Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
