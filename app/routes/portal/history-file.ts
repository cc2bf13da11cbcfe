import { csvDownload } from "../../http/csv-download.server";
import { forCustomerFile } from "../../http/handlers.server";
import { HISTORY_FILE_HEADERS, historyLine } from "../../purchases/history-rows";

const ENTRIES_A_PAGE = 500;

export const loader = forCustomerFile(({ wallet, customer, portal }) => {
  const name = `${portal.title} credit history.csv`;
  return csvDownload<number>(name, HISTORY_FILE_HEADERS, async (before) => {
    const { entries, next } = await wallet(customer.id).history(before, ENTRIES_A_PAGE);
    return { lines: entries.map(historyLine), next };
  });
});
