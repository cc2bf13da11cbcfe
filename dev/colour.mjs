/** Our children write to us and not to the terminal, so they cannot see for themselves whether colours are of use. */
export const inColour = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;

/** @type {Record<string, string>} */
export const colourEnvironment = inColour ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
