// A photo of several megabytes becomes one that a whole group can load in the same second.
const LIGHT_BYTES = 58_000;
const SIDES = [1200, 1000, 800, 640, 480, 360];
const QUALITIES = [0.82, 0.65, 0.5];

export async function shrunk(file) {
  if (file.size <= LIGHT_BYTES || file.type === "image/svg+xml") return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return file;
  for (const side of SIDES) {
    for (const quality of QUALITIES) {
      const made = await drawn(picture, side, quality);
      if (made.size <= LIGHT_BYTES) return new File([made], "image.jpg", { type: made.type });
    }
  }
  return file;
}

function drawn(picture, side, quality) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
