import { forCustomerFile } from "../../http/handlers.server";
import { historyDownload } from "../../http/history-download.server";

export const loader = forCustomerFile(({ wallet, customer, portal, wording }) =>
  historyDownload(portal.title, wallet(customer.id), wording),
);
