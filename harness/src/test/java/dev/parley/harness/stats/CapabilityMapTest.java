package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.inVideo;
import static dev.parley.harness.stats.Raw.sample;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.endpoint.Family;
import dev.parley.reports.model.Reading.Absence;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class CapabilityMapTest {

  @Test
  public void aMemberOnceSeenIsReported() {
    CapabilityMap map = new CapabilityMap(Family.CHROME, "1");
    assertEquals(map.soFar("inbound-rtp", "video", "qpSum"), Absence.NOT_REPORTED);

    map.learn(new Report(sample(1, inVideo("qpSum: 1")).report()));

    assertEquals(map.soFar("inbound-rtp", "video", "qpSum"), Absence.UNDEFINED);
    assertEquals(map.overall("inbound-rtp", "video", "qpSum"), Absence.UNDEFINED);
    assertEquals(map.overall("inbound-rtp", "audio", "qpSum"), Absence.NOT_REPORTED);
    assertTrue(map.seen().contains("inbound-rtp.video.qpSum"));
  }

  @Test
  public void aMemberOnRecordThatNeverCameIsNotReportedAfterAll() {
    CapabilityMap map = new CapabilityMap(Family.CHROME, "156.0");

    assertEquals(map.soFar("inbound-rtp", "video", "qpSum"), Absence.UNDEFINED);
    assertEquals(map.overall("inbound-rtp", "video", "qpSum"), Absence.NOT_REPORTED);
  }

  @DataProvider
  public Object[][] versions() {
    return new Object[][] {
      {Family.CHROME, "156.0.8078.79", true},
      {Family.CHROME, "200", true},
      {Family.CHROME, "155.9", false},
      {Family.EDGE, "156.1", true},
      {Family.FIREFOX, "153.7.0", true},
      {Family.FIREFOX, "152.0", false},
      {Family.CHROME, "", false},
      {Family.CHROME, "unknown", false},
      {Family.CHROME, "99999999999999999999", false}
    };
  }

  @Test(dataProvider = "versions")
  public void recordsHoldFromTheRecordedVersionOn(Family family, String version, boolean known) {
    assertEquals(!RecordedMembers.of(family, version).isEmpty(), known);
  }

  @Test
  public void chromiumsOwnMembersAreNotOnRecordForFirefox() {
    String cpu = "outbound-rtp.video.qualityLimitationDurations.cpu";

    assertTrue(RecordedMembers.of(Family.CHROME, "156").contains(cpu));
    assertTrue(RecordedMembers.of(Family.EDGE, "156").contains(cpu));
    assertFalse(RecordedMembers.of(Family.FIREFOX, "153").contains(cpu));
  }
}
