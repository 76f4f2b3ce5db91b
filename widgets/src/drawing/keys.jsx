/**
 * The keys of a drawing, for everybody to see.
 *
 * @param {{keys: [string, string][]}} props each key with what it does
 */
export function Keys({ keys }) {
  return (
    <dl class="rca-keys">
      {keys.map(([key, words]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
