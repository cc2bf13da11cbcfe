import { contrast } from "./brand";

export type Hex = `#${string}`;

/** The pages of a portal, by day and by night. */
export const PAGES = { light: "#ffffff", dark: "#161920" } as const;

/** What the portal shows the colour against, and how well it must stand out there (WCAG 2.2, 1.4.3 and 1.4.11). */
const CHECKS = [
  { id: "text", label: "White text on it", against: "#ffffff", atLeast: 4.5 },
  { id: "light", label: "A button on a light page", against: PAGES.light, atLeast: 3 },
  { id: "dark", label: "A button on a dark page", against: PAGES.dark, atLeast: 3 },
] as const;

export interface ColorCheck {
  id: string;
  label: string;
  /** "4.5", rounded down: what is shown never passes when the colour does not. */
  ratio: string;
  passes: boolean;
  /** The nearest shade that passes, where this one does not. */
  shade: Hex | null;
}

export const isHex = (text: string): text is Hex => /^#[0-9a-f]{6}$/.test(text);

export const checkColor = (color: Hex): ColorCheck[] =>
  CHECKS.map(({ id, label, against, atLeast }) => {
    const ratio = contrast(color, against);
    const passes = ratio >= atLeast;
    const shade = passes ? null : nearestShade(color, against, atLeast);
    return { id, label, ratio: oneDecimal(ratio), passes, shade };
  });

/** The colour, or the first shade on the way to black or to white that stands out enough; the hue stays. */
export function nearestShade(color: Hex, against: string, atLeast: number): Hex | null {
  for (let step = 0; step <= 255; step += 1) {
    for (const end of [0, 255]) {
      const shade = mix(color, end, step / 255);
      if (contrast(shade, against) >= atLeast) return shade;
    }
  }
  return null;
}

function mix(color: Hex, end: number, share: number): Hex {
  const channels = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16);
    return Math.round(channel + (end - channel) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

const oneDecimal = (ratio: number): string => String(Math.floor(ratio * 10) / 10);
