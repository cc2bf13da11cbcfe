import type { Wording } from "../i18n/wording";
import { historyFileHeaders, historyLine } from "../purchases/history-rows";
import type { WalletClient } from "../wallet/client.server";
import { csvDownload } from "./csv-download.server";

const ENTRIES_A_PAGE = 500;

/** The whole history of a wallet as a file, for its customer and for the partner alike. */
export const historyDownload = (name: string, wallet: WalletClient, wording: Wording): Promise<Response> =>
  csvDownload<number>(wording.texts.history.fileName(name), historyFileHeaders(wording), async (before) => {
    const { entries, next } = await wallet.history(before, ENTRIES_A_PAGE);
    return { lines: entries.map((entry) => historyLine(entry, wording)), next };
  });
