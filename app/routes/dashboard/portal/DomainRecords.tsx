import { Badge, type BadgeTone } from "../../../ui/Badge";
import { CopyableId } from "../../../ui/CopyableId";

type State = "found" | "missing" | "different" | "unknown";

interface ShownRecord {
  type: string;
  name: string;
  value: string;
  state: State | null;
  found: readonly string[];
}

const STATES: Record<State, { label: string; tone: BadgeTone }> = {
  found: { label: "Found", tone: "success" },
  missing: { label: "Missing", tone: "warning" },
  different: { label: "Different", tone: "danger" },
  unknown: { label: "No answer", tone: "neutral" },
};

/** The records to set, each with what was found at the last look. */
export const DomainRecords = ({ records }: { records: readonly ShownRecord[] }) => (
  <ul className="grid gap-4">
    {records.map(({ type, name, value, state, found }) => (
      <li key={type} className="grid gap-3 rounded-lg border border-border p-4">
        <div className="flex flex-wrap items-center gap-3">
          <h3 className="font-semibold">{type}</h3>
          {state && <Badge tone={STATES[state].tone}>{STATES[state].label}</Badge>}
        </div>
        <dl className="grid gap-2 text-sm">
          <CopiedLine term="Name" value={name} record={type} />
          <CopiedLine term="Value" value={value} record={type} />
        </dl>
        {state === "different" && found.length > 0 && (
          <p className="text-sm break-words text-muted-foreground">
            Found instead: {found.join(", ")}. Replace {found.length > 1 ? "them" : "it"} with the value
            above.
          </p>
        )}
      </li>
    ))}
  </ul>
);

const CopiedLine = ({ term, value, record }: { term: string; value: string; record: string }) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
    <dt className="w-12 text-muted-foreground">{term}</dt>
    <dd className="min-w-0 flex-1">
      <CopyableId value={value} what={`the ${term.toLowerCase()} of the ${record} record`} />
    </dd>
  </div>
);
