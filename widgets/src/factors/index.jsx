import { editor } from "../core/editor.jsx";
import { FactorBoard } from "./drawing.jsx";

export default editor({ drawing: FactorBoard });
