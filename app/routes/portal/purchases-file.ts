import { csvDownload } from "../../http/csv-download.server";
import { forCustomerFile } from "../../http/handlers.server";
import { purchaseFileHeaders, purchaseLine } from "../../purchases/purchase-list-rows";

const PURCHASES_A_PAGE = 100;

export const loader = forCustomerFile(({ wallet, customer, portal, wording }) => {
  const name = wording.texts.purchases.fileName(portal.title);
  return csvDownload<string>(name, purchaseFileHeaders(wording), async (before) => {
    const { purchases, next } = await wallet(customer.id).purchases(before, PURCHASES_A_PAGE);
    return { lines: purchases.map((standing) => purchaseLine(standing, wording)), next };
  });
});
