import { Component } from "preact";

/**
 * A component that draws itself again only when one of its properties is another value, so that
 * a graph of hundreds of pieces answers a key at once.
 *
 * @template {Record<string, any>} P
 * @extends {Component<P>}
 */
export class Still extends Component {
  /** @override @param {Readonly<P>} next */
  shouldComponentUpdate(next) {
    const names = Object.keys({ ...this.props, ...next });
    return names.some((name) => this.props[/** @type {keyof P} */ (name)] !== next[name]);
  }

  /** @override @returns {import("preact").ComponentChildren} */
  render() {
    return null;
  }
}
