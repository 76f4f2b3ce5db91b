import { editor } from "../core/editor.jsx";
import { TimelineDrawing } from "./drawing.jsx";

export default editor({ drawing: TimelineDrawing });
