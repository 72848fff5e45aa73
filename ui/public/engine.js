// Runs in any browser, however old: where the window's own scripts would leave a white page, it says what to do.
// The content policy refuses scripts inside the page, so it is a file; the build copies it as it stands.
;(function () {
  var enough =
    'noModule' in document.createElement('script') &&
    typeof String.prototype.replaceAll === 'function' &&
    typeof WeakRef === 'function' &&
    typeof ResizeObserver === 'function' &&
    window.CSS &&
    CSS.supports('selector(:focus-visible)')
  if (enough) return
  // The window's own start looks here, in an engine just new enough to run it.
  document.documentElement.setAttribute('data-engine', 'old')
  var place = document.getElementById('app')
  place.setAttribute('role', 'alert')
  place.className = 'old-engine'
  place.innerText =
    '这个浏览器太旧，打不开同心。请改用 Chromium 86（2020 年 10 月）或更新的浏览器，例如新版的奇安信、360、Edge 或 Firefox 浏览器；也可以直接使用同心桌面程序。'
})()
