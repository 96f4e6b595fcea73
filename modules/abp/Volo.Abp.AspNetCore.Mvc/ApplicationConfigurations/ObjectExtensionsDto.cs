namespace Volo.Abp
{
    [Serializable]
    public class NameValue : NameValue<string>
    {
        public NameValue() { }

        public NameValue(string name, string value)
        {
            Name = name;
            Value = value;
        }
    }

    [Serializable]
    public class NameValue<T>
    {
        public string Name { get; set; } = default!;

        public T Value { get; set; } = default!;
    }
}

namespace Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations.ObjectExtending
{
    /// <summary>There are no extra properties here; a client finds the keys and nothing in them.</summary>
    public class ObjectExtensionsDto
    {
        public Dictionary<string, object> Modules { get; set; } = [];

        public Dictionary<string, object> Enums { get; set; } = [];
    }
}
