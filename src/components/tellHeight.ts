/*
 * A figure that stands alone in somebody else’s page tells that page its height: at first, whenever it changes, and when it
 * is asked.
 */
const type = "embed-height";
const {documentElement: root} = document;
const tell = () => parent.postMessage({type, height: Math.ceil(root.getBoundingClientRect().height)}, "*");

addEventListener("message", ({data}) => {
  if (data?.type === type && data.height === undefined) tell();
});
new ResizeObserver(tell).observe(root);
