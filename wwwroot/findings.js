// The button of an opened filing says how many findings it would accept. Without this file it says the same without the number.
const button = () => document.querySelector("[data-accept]");
const count = () => {
  const ticked = document.querySelectorAll('input[name="take"]:checked').length;
  if (!button()) return;
  button().textContent = ticked ? `Accept ${ticked}` : "Accept what is ticked";
  button().disabled = ticked === 0;
};
document.addEventListener("change", count);
addEventListener("pageshow", count); // ticks come back with the page
count();
