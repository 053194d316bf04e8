package dev.parley.reports.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How records become JSON and JSON records, in the log and in the outputs made from it. */
final class LogMapper {

  private LogMapper() {}

  static JsonMapper create(Redactor redactor) {
    SimpleModule module = new SimpleModule("parley-log");
    module.addSerializer(String.class, new TextSerializer(redactor));
    module.addSerializer(Double.class, new FiniteSerializer());
    module.addSerializer(Double.TYPE, new FiniteSerializer());
    return JsonMapper.builder()
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .annotationIntrospector(
            AnnotationIntrospector.pair(
                new JacksonAnnotationIntrospector(), new RequiredUnlessNullable()))
        .addModule(module)
        .build();
  }

  /** Makes a record's component required unless it is marked {@link Nullable}. */
  private static final class RequiredUnlessNullable extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Version version() {
      return Version.unknownVersion();
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return isRequired(member) ? true : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
      return isRequired(member)
          ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
          : JsonSetter.Value.empty();
    }

    private static boolean isRequired(Annotated member) {
      if (!(member instanceof AnnotatedParameter parameter)
          || !(parameter.getMember() instanceof Executable creator)
          || !creator.getDeclaringClass().isRecord()) {
        return false;
      }
      AnnotatedType type = creator.getAnnotatedParameterTypes()[parameter.getIndex()];
      return !type.isAnnotationPresent(Nullable.class);
    }
  }

  /** Writes text without secrets and without halves of surrogate pairs, which UTF-8 cannot hold. */
  private static final class TextSerializer extends StdSerializer<String> {
    private final Redactor redactor;

    TextSerializer(Redactor redactor) {
      super(String.class);
      this.redactor = redactor;
    }

    @Override
    public void serialize(String value, JsonGenerator out, SerializationContext context) {
      out.writeString(WholeText.of(redactor.text(value)));
    }
  }

  /** Refuses what JSON has no number for. */
  private static final class FiniteSerializer extends StdSerializer<Double> {
    FiniteSerializer() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      if (!Double.isFinite(value)) {
        context.reportMappingProblem("found %s, expected a finite number", value);
      }
      out.writeNumber(value);
    }
  }
}
