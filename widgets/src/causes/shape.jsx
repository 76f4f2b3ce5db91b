/** The outline that stands for a type of cause, as in the record. */

/** @param {{type: string, width: number, height: number}} props */
export function Outline({ type, width, height }) {
  const middle = height / 2;
  switch (type) {
    case "outcome":
      return (
        <>
          <rect class="rca-fill-ink" width={width} height={height} />
          <rect class="rca-inner" x={3} y={3} width={width - 6} height={height - 6} />
        </>
      );
    case "human action":
      return <rect class="rca-outline rca-fill-pale" width={width} height={height} rx={14} />;
    case "omission":
      return (
        <rect
          class="rca-outline rca-fill-ground"
          width={width}
          height={height}
          stroke-dasharray="6 4"
        />
      );
    case "deviation from procedure":
      return (
        <polygon
          class="rca-outline rca-fill-pale"
          points={`10,0 ${width - 10},0 ${width},${middle} ${width - 10},${height} 10,${height} 0,${middle}`}
        />
      );
    case "condition":
      return (
        <>
          <rect class="rca-outline rca-fill-wash" width={width} height={height} />
          <path class="rca-outline" d={`M5 0V${height}M${width - 5} 0V${height}`} />
        </>
      );
    default:
      return <rect class="rca-outline rca-fill-ground" width={width} height={height} />;
  }
}
