package dev.aisle.device.rfid.pass.record;

/** Everything that can speak for or against counting a tag. Names in braces are the values. */
public enum ReasonKind {
  OBSERVED(false, "read {count} times, {needed} needed", "读到 {count} 次，需要 {needed} 次"),
  IN_TRIGGER_WINDOW(
      false,
      "in the trigger window {first} to {second}, {count} reads",
      "在触发窗口 {first} 至 {second} 内，读到 {count} 次"),
  STRONG_ENOUGH(false, "heard with {dbm} dBm", "信号强度 {dbm} dBm"),
  STRENGTH_UNKNOWN(false, "the reader tells no strength in dBm", "读写器不提供 dBm 信号强度"),
  CLEAR_OF_NEIGHBOURS(
      false, "{margin} dB stronger than at {neighbour}", "比相邻读取点 {neighbour} 强 {margin} dB"),
  NO_NEIGHBOUR_HEARD_IT(false, "no neighbour heard it", "相邻读取点没有读到"),
  NOT_ANNOUNCED(false, "no paper names it: not on the list of {size}", "没有单据列出它：不在 {size} 项的清单中"),
  EXPECTED(false, "on the expected list", "在预期清单中"),
  MOVED_AWAY_FROM_ITS_PLACE(
      false,
      "stood there with {before} dBm and became {dbm} dBm in the pass",
      "原先静置信号 {before} dBm，通过时升至 {dbm} dBm"),
  DIRECTION_FROM_EYES(
      false, "eyes {first} then {second}: {direction}", "光电先 {first} 后 {second}：方向 {direction}"),
  DIRECTION_FROM_ANTENNAS(
      false,
      "strongest at the {first} antennas {seconds} s before the others: {direction}",
      "{first} 侧天线最强时刻早 {seconds} 秒：方向 {direction}"),
  ANTENNAS_CONTRADICT_EYES(
      false, "the antennas say {direction}; the eyes decide", "天线判断为 {direction}；以光电为准"),
  DIRECTION_UNKNOWN(false, "nothing tells the direction", "没有依据判断方向"),
  EYES_INCOMPLETE(false, "the eyes were not passed in order", "光电没有按顺序被遮挡"),
  EYES_OUT_OF_ORDER(false, "the eyes give no answer", "光电无应答"),
  NO_EYES_HERE(false, "no eyes here", "此处没有光电"),

  NOT_OBSERVED(true, "read only {count} times, {needed} needed", "只读到 {count} 次，需要 {needed} 次"),
  DOUBTFUL_EPC(
      true,
      "the EPC is of no known scheme and was read only {count} times, {needed} needed: damaged?",
      "EPC 编码未知且只读到 {count} 次，需要 {needed} 次：可能是误码"),
  NOT_INCLUDED(true, "no include pattern lets it in", "不符合任何包含规则"),
  EXCLUDED(true, "kept out by the pattern {pattern}", "被排除规则 {pattern} 排除"),
  ALWAYS_THERE(true, "belongs to the place: on the list of static tags", "属于现场固定标签清单"),
  STATIC(
      true,
      "heard in {passes} passes without being carried, and no stronger now",
      "在 {passes} 次通过中都被读到但没有移动，这次也没有变强"),
  STOOD_THERE(
      true,
      "stood there {seconds} s before the first eye, and became no stronger in the pass",
      "第一光电前 {seconds} 秒已静置在此，通过时没有变强"),
  OUTSIDE_TRIGGER_WINDOW(true, "nothing broke an eye while it was heard", "读到标签期间没有物体遮挡光电"),
  TOO_FEW_IN_PASS(
      true, "only {count} reads in the pass, {needed} needed", "通过期间只读到 {count} 次，需要 {needed} 次"),
  TOO_WEAK(true, "{dbm} dBm is weaker than {least} dBm", "{dbm} dBm 低于 {least} dBm"),
  STRONGER_AT_NEIGHBOUR(
      true,
      "{neighbour} hears it with {theirs}, here {ours}",
      "相邻读取点 {neighbour} 为 {theirs}，此处为 {ours}"),
  NOT_CLEARLY_STRONGER(
      true,
      "here {ours}, at {neighbour} {theirs}: less than {margin} dB apart",
      "此处 {ours}，{neighbour} 为 {theirs}：相差不足 {margin} dB"),
  NOT_THROUGH_BOTH_LINES(
      true,
      "the antenna lines did not hear it go through: outer {outer} reads, inner {inner}",
      "两侧天线没有读到它通过：外侧 {outer} 次，内侧 {inner} 次"),
  EYES_NOT_PASSED(
      true,
      "something came to the eyes, but did not go past both: turned back?",
      "有物体到达光电但没有通过两个光电：可能折返"),
  IN_PASSAGE_OF_NEIGHBOUR(
      true,
      "the eyes were not passed here, but at {neighbour}, which heard it too",
      "此处光电没有按顺序通过，而同样读到它的 {neighbour} 有通过"),
  NOT_EXPECTED(true, "not on the expected list of {size}", "不在 {size} 项的预期清单中"),
  ALREADY_PASSED(true, "went past in this direction at {at} already", "已于 {at} 以同一方向通过"),
  NOT_HEARD(true, "no read of this tag is on record", "没有该标签的读取记录");

  private final boolean against;
  private final String english;
  private final String chinese;

  ReasonKind(boolean against, String english, String chinese) {
    this.against = against;
    this.english = english;
    this.chinese = chinese;
  }

  /** True when a tag with such a reason does not count. */
  public boolean against() {
    return against;
  }

  public String english() {
    return english;
  }

  public String chinese() {
    return chinese;
  }
}
