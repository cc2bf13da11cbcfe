import type { PriceCheck } from "../../../plans/pricing-advice/price-check";
import { Amount } from "../../../ui/Amount";

/** One column for each price, one row for each thing that it means. */
export function PriceTable({ prices }: Pick<PriceCheck, "prices">) {
  const [first] = prices;
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">What the prices mean</caption>
      <thead>
        <tr className="text-xs text-muted-foreground">
          <td />
          {prices.map(({ label }) => (
            <th key={label} scope="col" className="pb-1.5 ps-3 text-end font-medium">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <PriceRow term="Price" details={prices.map(({ price }) => price)} />
        {first?.figures.map(({ term }, row) => (
          <PriceRow
            key={term}
            term={term}
            details={prices.map(({ figures }) => figures[row]?.details ?? "")}
          />
        ))}
      </tbody>
    </table>
  );
}

function PriceRow({ term, details }: { term: string; details: string[] }) {
  return (
    <tr className="border-t border-border align-top">
      <th scope="row" className="py-2 text-start font-normal text-muted-foreground">
        {term}
      </th>
      {details.map((text, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column has no name but its place
        <td key={column} className="py-2 ps-3 text-end">
          <Amount>{text}</Amount>
        </td>
      ))}
    </tr>
  );
}
