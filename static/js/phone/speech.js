// Reads a prompt or an option aloud on a tap. Where the phone has no voice, the buttons stay hidden.

const canSpeak = "speechSynthesis" in window;

function speak(text) {
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(text);
  said.lang = "fr-FR";
  said.rate = 0.92;
  speechSynthesis.speak(said);
}

export function offerSpeech(root) {
  if (!canSpeak) return;
  for (const button of root.querySelectorAll(".say, .say-one")) button.hidden = false;
}

export function listenForSpeech(surface) {
  surface.addEventListener("click", (event) => {
    const button = event.target.closest(".say, .say-one");
    if (!button || !canSpeak) return;
    event.preventDefault();
    if (button.classList.contains("say-one")) return speak(button.dataset.sayText ?? button.parentElement.querySelector("[data-say]").textContent);
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    speak([...surface.querySelectorAll("[data-say]")].filter((element) => !element.closest("[hidden]")).map((element) => element.textContent.trim()).join(". "));
  });
}
