import { editor } from "../core/editor.jsx";
import { FishboneDrawing } from "./drawing.jsx";

export default editor({ drawing: FishboneDrawing });
