import { Amounts } from "../../parts/amounts";
import { usePane } from "../../parts/context";
import { Button } from "../../parts/elements";
import { Screen } from "../../parts/screen";
import type { CommuneRow } from "../../state/preview";
import { previewOf } from "../../state/state";
import { communeMatches } from "./texts";

/** Who bears what: the titre's two parts, then each commune. */
export function RepartitionScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null) return null;
  return (
    <Screen
      title={words.say("pane-split-title", { year: preview.campaign })}
      actions={
        <Button primary onClick={() => session.openStep("documents")}>
          {words.say("pane-act-documents")}
        </Button>
      }
    >
      <Amounts preview={preview} />
      {preview.counts.error > 0 && (
        <p class="warning">
          <span aria-hidden="true">▲ </span>
          {words.counted("pane-provisional", preview.counts.error)}
        </p>
      )}
      <p class="links">
        <Button link onClick={() => session.analyses.open("compare")}>
          {words.say("pane-act-compare")}
        </Button>{" "}
        <Button link onClick={() => session.analyses.open("simulate")}>
          {words.say("pane-act-simulate")}
        </Button>{" "}
        <Button link onClick={() => session.analyses.open("rectify")}>
          {words.say("pane-act-rectify")}
        </Button>
      </p>
      <Communes communes={preview.communes} />
    </Screen>
  );
}

function Communes({ communes }: { readonly communes: readonly CommuneRow[] }) {
  const { session, state, words } = usePane();
  const { search } = state;
  const found = communes.filter(({ name, insee }) => communeMatches(search, name, insee));
  return (
    <>
      <div class="field">
        <label for="search">{words.say("pane-search")}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          value={search}
          onInput={({ currentTarget }) => session.search(currentTarget.value)}
        />
      </div>
      <p class="unseen" role="status">
        {search !== "" && words.counted("pane-search-found", found.length)}
      </p>
      {found.length === 0 ? (
        <p>{words.say("pane-search-none", { search })}</p>
      ) : (
        <table class="money">
          <caption class="unseen">{words.say("pane-communes-caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{words.say("pane-commune")}</th>
              <th scope="col" class="wide">
                {words.say("pane-installation")}
              </th>
              <th scope="col" class="wide">
                {words.say("pane-maintenance")}
              </th>
              <th scope="col">
                {words.say("pane-total")}
                <span class="parts narrow">{words.say("pane-commune-parts-heading")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((row) => (
              <CommuneLine key={row.insee + row.name} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function CommuneLine({ row }: { readonly row: CommuneRow }) {
  const { session, words } = usePane();
  const parts = { cagb: words.euros(row.cagb), due: words.euros(row.due) };
  return (
    <tr>
      <th scope="row">
        <Button link onClick={() => session.openCommune(row.insee)}>
          {row.name}
        </Button>
      </th>
      <td class="wide">{words.euros(row.installation, true)}</td>
      <td class="wide">{words.euros(row.maintenance, true)}</td>
      <td>
        {words.euros(row.total, true)}
        <span class="parts narrow">{words.say("pane-commune-parts", parts)}</span>
      </td>
    </tr>
  );
}
