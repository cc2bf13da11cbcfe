import { Search } from "lucide-react";
import { Button } from "../../ui/Button";
import { CONTROL, CONTROL_HEIGHT } from "../../ui/control";

interface SettingsSearchProps {
  value: string;
  onType: (typed: string) => void;
}

/** Finds a page of Settings while typing; without scripts, by the address that the button asks for. */
export function SettingsSearch({ value, onType }: SettingsSearchProps) {
  return (
    <search>
      <form action="/settings" className="flex max-w-md items-center gap-2">
        <input
          type="search"
          name="q"
          value={value}
          onChange={(event) => onType(event.target.value)}
          maxLength={100}
          aria-label="Find a setting"
          placeholder="Find a setting"
          className={`${CONTROL} ${CONTROL_HEIGHT}`}
        />
        <Button type="submit">
          <Search aria-hidden className="size-4" />
          Search
        </Button>
      </form>
    </search>
  );
}
