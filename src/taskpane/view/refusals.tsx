import type { Anomaly } from "../../messages";
import { CellLink } from "./cell-link";
import { usePane } from "./pane-context";

/** What prevents everything else, each at its cell. */
export function Refusals({ anomalies }: { readonly anomalies: readonly Anomaly[] }) {
  const { words } = usePane();
  return (
    <ul class="refusals">
      {anomalies.map((anomaly, index) => (
        <li key={index}>
          {words.anomaly(anomaly)}
          {anomaly.sheet !== null && anomaly.cell !== null && (
            <p>
              <CellLink sheet={anomaly.sheet} cell={anomaly.cell} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
