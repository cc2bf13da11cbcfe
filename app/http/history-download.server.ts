import { HISTORY_FILE_HEADERS, historyLine } from "../purchases/history-rows";
import type { WalletClient } from "../wallet/client.server";
import { csvDownload } from "./csv-download.server";

const ENTRIES_A_PAGE = 500;

/** The whole history of a wallet as a file, for its customer and for the partner alike. */
export const historyDownload = (name: string, wallet: WalletClient): Promise<Response> =>
  csvDownload<number>(`${name} credit history.csv`, HISTORY_FILE_HEADERS, async (before) => {
    const { entries, next } = await wallet.history(before, ENTRIES_A_PAGE);
    return { lines: entries.map(historyLine), next };
  });
