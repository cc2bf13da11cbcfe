import * as z from "zod";

const Email = z.email().max(254);

/** One spelling for one mailbox, so that a person is found however they type their address. */
export const normalizeEmail = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/** Reads an address as a person types it, or null if it is none. */
export const readEmail = (text: string): string | null => Email.safeParse(normalizeEmail(text)).data ?? null;
