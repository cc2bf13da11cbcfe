import { csvDownload } from "../../http/csv-download.server";
import { forCustomerFile } from "../../http/handlers.server";
import { PURCHASE_FILE_HEADERS, purchaseLine } from "../../purchases/purchase-list-rows";

const PURCHASES_A_PAGE = 100;

export const loader = forCustomerFile(({ wallet, customer, portal }) => {
  const name = `${portal.title} purchases.csv`;
  return csvDownload<string>(name, PURCHASE_FILE_HEADERS, async (before) => {
    const { purchases, next } = await wallet(customer.id).purchases(before, PURCHASES_A_PAGE);
    return { lines: purchases.map((standing) => purchaseLine(standing, portal.locale)), next };
  });
});
