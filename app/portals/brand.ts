/** The colours of a portal. The partner chooses one; what is written on it follows from it. */
export interface Brand {
  background: `#${string}`;
  foreground: "#ffffff" | "#000000";
}

const DEFAULT = "#4f46e5";

export function brandOf(portal: { brandColor: string | null }): Brand {
  const color = portal.brandColor ?? "";
  const background = (/^#[0-9a-f]{6}$/.test(color) ? color : DEFAULT) as `#${string}`;
  return { background, foreground: contrastWithWhite(background) >= 4.5 ? "#ffffff" : "#000000" };
}

/** WCAG 2 contrast of a colour with white. */
export const contrastWithWhite = (color: string): number => contrast(color, "#ffffff");

/** WCAG 2 contrast of two colours: from 1, which nobody sees, to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(color.slice(at, at + 2), 16)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
