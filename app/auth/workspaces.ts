/** The page on which somebody who works for several partners says for which one now. */
export const WORKSPACES_PATH = "/workspaces";

/** The same, and where to go on from there. */
export const workspacesPath = (next: string): string => `${WORKSPACES_PATH}?next=${encodeURIComponent(next)}`;
