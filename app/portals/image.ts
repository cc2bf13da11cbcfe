/** Reads pictures that a partner uploads. What a file is, its bytes say and not its name; an SVG can hold scripts. */

export type ImageKind = "logo" | "favicon";
export type ImageType = "image/png" | "image/jpeg" | "image/webp";

export interface Picture {
  type: ImageType;
  width: number;
  height: number;
}

export const MAX_IMAGE_BYTES = 128 * 1024;

const LIMITS = {
  logo: { name: "The logo", smallest: 16, widest: 2_000, highest: 1_000 },
  favicon: { name: "The favicon", smallest: 16, widest: 512, highest: 512 },
};

export function readImage(bytes: Uint8Array, kind: ImageKind): { picture: Picture } | { error: string } {
  const { name, smallest, widest, highest } = LIMITS[kind];
  if (bytes.length === 0) return { error: "Choose a file first" };
  if (bytes.length > MAX_IMAGE_BYTES) return { error: `${name} can have at most 128 KB` };
  const picture = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
  if (!picture) return { error: `${name} must be a whole PNG, JPEG or WebP picture and nothing else` };
  const { width, height } = picture;
  if (width < smallest || height < smallest) {
    return { error: `${name} must be at least ${smallest} pixels wide and high` };
  }
  if (width > widest || height > highest) {
    return {
      error: `${name} can be at most ${widest} × ${highest} pixels; this one is ${width} × ${height}`,
    };
  }
  if (kind === "favicon" && width !== height) return { error: "The favicon must be a square" };
  return { picture };
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** From the first chunk, which says the size, to the last with nothing behind it. */
function readPng(bytes: Uint8Array): Picture | null {
  if (!PNG_SIGNATURE.every((byte, at) => bytes[at] === byte)) return null;
  const view = viewOf(bytes);
  if (textAt(bytes, 12, 4) !== "IHDR") return null;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + view.getUint32(at);
    if (textAt(bytes, at + 4, 4) === "IEND") {
      const isWhole = next === bytes.length;
      return isWhole ? { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) } : null;
    }
    at = next;
  }
  return null;
}

/** The segment with the size is the "start of frame"; before the picture's data each segment says its own length. */
function readJpeg(bytes: Uint8Array): Picture | null {
  const view = viewOf(bytes);
  const isWhole = bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8 || !isWhole) return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (isStartOfFrame(marker)) {
      return { type: "image/jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

const isStartOfFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Three kinds of WebP, each with the size in a place of its own. */
function readWebp(bytes: Uint8Array): Picture | null {
  if (bytes.length < 30 || textAt(bytes, 0, 4) !== "RIFF" || textAt(bytes, 8, 4) !== "WEBP") return null;
  const view = viewOf(bytes);
  if (view.getUint32(4, true) + 8 !== bytes.length) return null;
  const size = (width: number, height: number): Picture => ({ type: "image/webp", width, height });
  switch (textAt(bytes, 12, 4)) {
    case "VP8 ":
      return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }
    case "VP8X":
      return size(1 + threeBytes(bytes, 24), 1 + threeBytes(bytes, 27));
    default:
      return null;
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const textAt = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

const threeBytes = (bytes: Uint8Array, at: number) =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
