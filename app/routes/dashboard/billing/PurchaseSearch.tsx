import type { PurchaseListing } from "../../../purchases/purchase-listing";
import { SALE_STATUS } from "../../../purchases/sale-rows";
import { NarrowButtons } from "../../../ui/NarrowButtons";
import { SelectField } from "../../../ui/SelectField";
import { TextField } from "../../../ui/TextField";

const STATES = [
  { value: "", label: "Any" },
  ...Object.entries(SALE_STATUS).map(([value, { label }]) => ({ value, label })),
];

interface PurchaseSearchProps {
  path: string;
  listing: PurchaseListing;
  /** Where what is listed has states of its own. */
  hasStates?: boolean | undefined;
}

/** Narrows a list to one customer, or to one state. The address is what was asked. */
export function PurchaseSearch({ path, listing: { state, email }, hasStates }: PurchaseSearchProps) {
  return (
    <search>
      {/* A new key where something else was asked, so that the fields say what the list shows. */}
      <form key={`${state} ${email}`} action={path} className="flex flex-wrap items-end gap-3">
        <div className="min-w-56 flex-1 sm:max-w-sm">
          <TextField
            type="search"
            label="Customer's e-mail"
            name="customer"
            defaultValue={email}
            maxLength={254}
            placeholder="The whole address"
            autoComplete="off"
          />
        </div>
        {hasStates && <SelectField label="Status" name="state" options={STATES} defaultValue={state ?? ""} />}
        <NarrowButtons verb="Search" resetHref={state || email ? path : null} />
      </form>
    </search>
  );
}
