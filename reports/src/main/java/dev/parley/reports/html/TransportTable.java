package dev.parley.reports.html;

import dev.parley.reports.html.page.PropertyTable;
import dev.parley.reports.html.page.PropertyTable.Head;
import dev.parley.reports.html.page.PropertyTable.Row;
import dev.parley.reports.model.RunEvent.Transport;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prepares the transports as last seen, one column for each peer connection. */
final class TransportTable {
  private TransportTable() {}

  static PropertyTable of(List<ParticipantView> participants, Cast cast) {
    List<Head> heads = new ArrayList<>();
    List<Transport> columns = new ArrayList<>();
    for (ParticipantView participant : participants) {
      for (Transport transport : participant.transports().values()) {
        String detail =
            participant.transports().size() == 1
                ? Cast.endpoint(participant)
                : Cast.endpoint(participant) + " " + transport.pc();
        heads.add(new Head(participant.name(), detail, cast.colour(participant.name())));
        columns.add(transport);
      }
    }
    return new PropertyTable(heads, rows(columns));
  }

  private static List<Row> rows(List<Transport> columns) {
    return List.of(
        row("Local candidate", columns, Transport::localCandidateType),
        row("Local address", columns, Transport::localAddress),
        row("Remote candidate", columns, Transport::remoteCandidateType),
        row("Remote address", columns, Transport::remoteAddress),
        row("Protocol", columns, Transport::protocol),
        row("Relay protocol", columns, TransportTable::relayProtocol),
        row("ICE role", columns, Transport::iceRole),
        row("DTLS role", columns, Transport::dtlsRole),
        row("DTLS state", columns, Transport::dtlsState),
        row("TLS version", columns, TransportTable::tlsVersion),
        row("SRTP cipher", columns, Transport::srtpCipher));
  }

  private static Row row(
      String name, List<Transport> columns, Function<Transport, @Nullable String> member) {
    List<@Nullable String> values = new ArrayList<>();
    columns.forEach(transport -> values.add(member.apply(transport)));
    return new Row(name, values);
  }

  private static @Nullable String relayProtocol(Transport transport) {
    return transport.relayProtocol() == null && !"relay".equals(transport.localCandidateType())
        ? "none, not relayed"
        : transport.relayProtocol();
  }

  /** Browsers report the version's two octets in hex (RFC 6347, RFC 9147). */
  private static @Nullable String tlsVersion(Transport transport) {
    String version = transport.tlsVersion();
    if (version == null) {
      return null;
    }
    return switch (version.toUpperCase(Locale.ROOT)) {
      case "FEFF" -> "DTLS 1.0 (FEFF)";
      case "FEFD" -> "DTLS 1.2 (FEFD)";
      case "FEFC" -> "DTLS 1.3 (FEFC)";
      default -> version;
    };
  }
}
